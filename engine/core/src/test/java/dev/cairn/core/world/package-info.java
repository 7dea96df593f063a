/// A tiny world behind a real provider, in memory: for tests of what changes things.
@NullMarked
package dev.cairn.core.world;

import org.jspecify.annotations.NullMarked;
