@NullMarked
package dev.recap.model;

import org.jspecify.annotations.NullMarked;
