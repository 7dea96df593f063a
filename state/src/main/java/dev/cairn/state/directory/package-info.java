/// State in a plain directory: where there is no git, and for simulated worlds.
@NullMarked
package dev.cairn.state.directory;

import org.jspecify.annotations.NullMarked;
