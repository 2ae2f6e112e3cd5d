/** Style, scripts and pictures: a fixed list from the class path, and nothing else. */
@NullMarked
package dev.recap.web.assets;

import org.jspecify.annotations.NullMarked;
