/// The local journal of a run, one line for each entry.
@NullMarked
package dev.cairn.state.journal;

import org.jspecify.annotations.NullMarked;
