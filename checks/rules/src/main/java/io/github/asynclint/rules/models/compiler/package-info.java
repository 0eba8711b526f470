/** From model files as people write them (YAML) to the form that the engine reads. */
package io.github.asynclint.rules.models.compiler;
