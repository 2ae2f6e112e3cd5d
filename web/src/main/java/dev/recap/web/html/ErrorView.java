package dev.recap.web.html;

/** Why a page is not shown. */
public record ErrorView(int status, String detail) {}
