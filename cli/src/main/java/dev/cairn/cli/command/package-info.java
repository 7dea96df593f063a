/// One class for each command. Their fields are filled by picocli and turned at once into a
/// request.
@NullMarked
package dev.cairn.cli.command;

import org.jspecify.annotations.NullMarked;
