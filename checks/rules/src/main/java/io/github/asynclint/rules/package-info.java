/** The rules, one class for each pitfall; what several of them share stands in the packages below. */
package io.github.asynclint.rules;
