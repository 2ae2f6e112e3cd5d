/** Holds pages of the documentation to what they say of the tests. */
package dev.recap.lab.docs;
