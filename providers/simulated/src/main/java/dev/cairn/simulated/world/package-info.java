/// The world that simulated objects live in, and the file that keeps it.
@NullMarked
package dev.cairn.simulated.world;

import org.jspecify.annotations.NullMarked;
