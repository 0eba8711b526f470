/** The models of libraries that asynclint ships, and how to get them. */
package io.github.asynclint.rules.models;
