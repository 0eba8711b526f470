/** The rules, one class for each pitfall, and what several of them share. */
package io.github.asynclint.rules;
