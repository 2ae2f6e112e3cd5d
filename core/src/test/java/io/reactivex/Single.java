package io.reactivex;

/** Stands for a type of a reactive library. */
public interface Single<T> {}
