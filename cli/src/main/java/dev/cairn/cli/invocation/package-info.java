/// What a command is told and what it answers: streams, options, results, exit codes.
@NullMarked
package dev.cairn.cli.invocation;

import org.jspecify.annotations.NullMarked;
