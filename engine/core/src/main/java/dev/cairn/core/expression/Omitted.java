package dev.cairn.core.expression;

/// What `omit()` gives.
enum Omitted {
  OMITTED
}
