package io.cairn.proofs.field;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How wide the vectors are that the kernels work with, chosen once: what the CPU prefers, or what the system property {@code cairn.vector}
 * ({@code scalar}, {@code 256} or {@code 512}) forces. Results are the same bit for bit, only the speed differs.
 */
public enum VectorWidth {

    /** Plain Java, one element at a time. */
    SCALAR(0),
    /** Four elements at a time. */
    BITS_256(256),
    /** Eight elements at a time. */
    BITS_512(512);

    private static final Logger LOG = LoggerFactory.getLogger(VectorWidth.class);
    private static final String PROPERTY = "cairn.vector";
    private static final String MODULE = "jdk.incubator.vector";
    private static final VectorWidth CHOSEN = choose();

    private final int bits;

    VectorWidth(int bits) {
        this.bits = bits;
    }

    /** The width that all kernels of this process use. */
    public static VectorWidth chosen() {
        return CHOSEN;
    }

    /** Whether there are vectors at all. */
    public boolean isVector() {
        return this != SCALAR;
    }

    /** Bits of a vector; 0 without vectors. */
    public int bits() {
        return bits;
    }

    private static VectorWidth choose() {
        if (!fusesMultiplyAdd()) {
            LOG.warn("Proofs run hundreds of times slower: Java has no fused multiply-add here (its flag UseFMA is off); every product in a field needs some."
                    + " All CPUs with AVX2 have it");
        }
        String forced = System.getProperty(PROPERTY);
        VectorWidth width = forced == null ? preferred() : parse(forced);
        if (width.isVector() && ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            LOG.warn("Proofs run without vectors, several times slower: module {} is missing, start Java with --add-modules {}", MODULE, MODULE);
            return SCALAR;
        }
        LOG.info("Proof kernels: {}{}", width.described(), forced == null ? "" : ", forced by -D" + PROPERTY);
        return width;
    }

    private String described() {
        return switch (this) {
            case SCALAR -> "plain Java, several times slower than vectors of 256 or 512 bits";
            case BITS_256 -> "256-bit vectors; with 512 bits proofs take a fifth less time";
            case BITS_512 -> "512-bit vectors";
        };
    }

    /** Without the instruction, {@link Math#fma} computes with decimals: 2 us instead of a nanosecond. Other machines than HotSpot are taken to have it. */
    private static boolean fusesMultiplyAdd() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return machine == null || Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
    }

    private static VectorWidth preferred() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return BITS_256; // Answered with the warning that names the module.
        }
        int preferred = PreferredVector.bits();
        return preferred >= 512 ? BITS_512 : preferred == 256 ? BITS_256 : SCALAR;
    }

    private static VectorWidth parse(String forced) {
        return switch (forced) {
            case "scalar" -> SCALAR;
            case "256" -> BITS_256;
            case "512" -> BITS_512;
            default -> throw new IllegalArgumentException(PROPERTY + ": '" + forced + "', expected scalar, 256 or 512");
        };
    }
}
