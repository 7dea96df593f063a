/// What a resource type declares of itself; read from the JSON Schemas of the schema module.
@NullMarked
package dev.cairn.api.schema;

import org.jspecify.annotations.NullMarked;
