/// Documents: nodes typed by a schema or a shape, and checked against JSON Schemas with places and
/// words of our own.
@NullMarked
package dev.cairn.core.document;

import org.jspecify.annotations.NullMarked;
