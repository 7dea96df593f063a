/// The one place that joins modules: providers, state, secrets and the engine's runs. Nothing here
/// is made before a command needs it.
@NullMarked
package dev.cairn.cli.wiring;

import org.jspecify.annotations.NullMarked;
