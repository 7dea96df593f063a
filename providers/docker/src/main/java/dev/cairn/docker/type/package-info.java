/// The pure half of the resource types: normal forms and declared calls.
@NullMarked
package dev.cairn.docker.type;

import org.jspecify.annotations.NullMarked;
