/**
 * The operator's views of the running provider as JSON: amounts are texts of attoFIL, power is a text of bytes, epochs and
 * sector numbers are numbers, times are ISO-8601; what is not known is null. Field names do not change.
 */
package io.cairn.node.report;
