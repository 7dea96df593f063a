/// Expressions: `${…}` parsed, checked and evaluated; CEL is loaded only where a plain reference
/// does not do.
@NullMarked
package dev.cairn.core.expression;

import org.jspecify.annotations.NullMarked;
