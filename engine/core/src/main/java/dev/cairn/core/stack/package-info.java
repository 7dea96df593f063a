/// The stack file: YAML read with positions, checked against the schemas, typed. Nothing is
/// evaluated.
@NullMarked
package dev.cairn.core.stack;

import org.jspecify.annotations.NullMarked;
