/** What the analysis tells people: findings with their steps, and edits that mend them. */
package io.github.asynclint.engine.finding;
