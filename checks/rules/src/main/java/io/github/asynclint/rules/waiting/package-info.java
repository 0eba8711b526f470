/** Which calls wait for an async result, and what has started the work that they wait for? */
package io.github.asynclint.rules.waiting;
