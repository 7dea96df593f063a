/// State stores, the journal and what they keep.
@NullMarked
package dev.cairn.api.state;

import org.jspecify.annotations.NullMarked;
