/// Makes the distribution: an immutable directory `dist/HASH` with two jars, their ahead-of-time
/// caches and the launcher.
@NullMarked
package dev.cairn.dist;

import org.jspecify.annotations.NullMarked;
