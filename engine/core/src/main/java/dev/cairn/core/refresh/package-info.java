/// From records to observations: batched reads.
@NullMarked
package dev.cairn.core.refresh;

import org.jspecify.annotations.NullMarked;
