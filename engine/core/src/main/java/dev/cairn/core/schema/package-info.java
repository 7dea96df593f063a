/// The catalogue of resource types and lookups, read from the JSON Schemas of the schema module.
@NullMarked
package dev.cairn.core.schema;

import org.jspecify.annotations.NullMarked;
