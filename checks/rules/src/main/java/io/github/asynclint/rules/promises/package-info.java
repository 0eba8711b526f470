/** Is a promise completed on every path? */
package io.github.asynclint.rules.promises;
