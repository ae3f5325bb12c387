/**
 * The fields of BLS12-381: {@link io.cairn.proofs.field.Fr}, {@link io.cairn.proofs.field.Fq} and the tower {@link io.cairn.proofs.field.Fq2},
 * {@link io.cairn.proofs.field.Fq6}, {@link io.cairn.proofs.field.Fq12}; {@link io.cairn.proofs.field.Scalar} where objects read better.
 *
 * <p>An element has up to three forms, and the names of classes say which they work on:
 * <ul>
 * <li><em>words</em>: 64-bit limbs one behind the other in a {@code long[]}, the form in memory and of plain Java ({@code Fr}, {@code Fq} and what is
 *     over them);
 * <li><em>lanes</em>: eight elements side by side in a block of doubles, limb k of element e at 8 k + e, so that one vector holds a limb of each: limbs
 *     of 51 bits, 8 of an element of Fq, 5 of one of Fr. Every lane does the same; there are no cases ({@code FqLanes}, {@code FrLanes} and their kin);
 * <li><em>rows</em>: the eight limbs of one element of Fq one behind the other in doubles, which one vector holds. Sums are made on rows; products
 *     exchange rows for lanes in registers. Points wait for lanes in rows of 51 bits ({@code FqLaneRows}); towers compute on rows of 50 bits, which
 *     leaves room for their sums ({@code Fq2Rows}, {@code Fq12Rows}).
 * </ul>
 *
 * <p>Each form has Montgomery factors of its own: 2^384 and 2^256 in words of Fq and Fr, 2^408 and 2^255 in lanes and rows of 51 bits, 2^400 in towers'
 * rows. {@link io.cairn.proofs.field.VectorWidth} decides whether there are vectors.
 */
package io.cairn.proofs.field;
