/** How long async work uses what it was given. */
package io.github.asynclint.rules.resources;
