/** The edits that rules offer. */
package io.github.asynclint.rules.fixes;
