/// The referee: a recording proxy in front of a cloud's endpoint or an engine's socket. Its ledger,
/// and not what Cairn says of itself, tells a test which calls were made.
@NullMarked
package dev.cairn.referee;

import org.jspecify.annotations.NullMarked;
