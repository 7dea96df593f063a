/// The remote half of all types: clients, the conversion between values and the SDK's objects,
/// reads, the one table of mutating calls, and failures.
@NullMarked
package dev.cairn.aws.session;

import org.jspecify.annotations.NullMarked;
