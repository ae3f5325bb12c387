package io.cairn.proofs;

import java.nio.file.Path;

/**
 * Where a sector's files are.
 *
 * @param replica sealed file
 * @param cache   folder with trees and commitments
 */
public record SectorFiles(Path replica, Path cache) {
}
