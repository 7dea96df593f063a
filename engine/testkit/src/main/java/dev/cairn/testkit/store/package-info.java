/// What every state store must do.
@NullMarked
package dev.cairn.testkit.store;

import org.jspecify.annotations.NullMarked;
