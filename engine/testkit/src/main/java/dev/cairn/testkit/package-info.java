/// What tests share: contracts that every implementation passes, golden files, generated stacks, a
/// clock that moves by hand.
@NullMarked
package dev.cairn.testkit;

import org.jspecify.annotations.NullMarked;
