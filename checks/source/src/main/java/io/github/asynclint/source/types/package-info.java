/** Types with generics, classes from class files, subtyping and inference; free of syntax trees. */
package io.github.asynclint.source.types;
