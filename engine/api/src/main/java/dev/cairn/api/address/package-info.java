/// Names: addresses of resources, paths of attributes, types, identifiers.
@NullMarked
package dev.cairn.api.address;

import org.jspecify.annotations.NullMarked;
