/** What may go wrong in a body of code, and does it get out? */
package io.github.asynclint.rules.failures;
