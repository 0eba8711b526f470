/** Which state is shared between two sides of a crossing, and which locks are held there? */
package io.github.asynclint.rules.state;
