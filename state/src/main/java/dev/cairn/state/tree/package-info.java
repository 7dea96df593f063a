/// Trees of content-addressed files: reading them, and changing them by rewriting only what is on
/// the way.
@NullMarked
package dev.cairn.state.tree;

import org.jspecify.annotations.NullMarked;
