/// The simulated provider: the types and the pure half of a real one, the remote half from the
/// schemas alone.
@NullMarked
package dev.cairn.simulated;

import org.jspecify.annotations.NullMarked;
