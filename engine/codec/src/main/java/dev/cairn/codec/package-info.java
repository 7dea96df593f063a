/// Canonical JSON, the written forms of api's records, and digests: what core, state and the
/// command line share.
@NullMarked
package dev.cairn.codec;

import org.jspecify.annotations.NullMarked;
