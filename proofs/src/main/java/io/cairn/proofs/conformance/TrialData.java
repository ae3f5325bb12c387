package io.cairn.proofs.conformance;

/** The made-up user data of known-answer files, from its description. */
final class TrialData {

    private static final String AFFINE = "affine:";

    private TrialData() {}

    /**
     * So many bytes of a kind.
     *
     * @param kind {@code zero}, or {@code affine:a,b,m} for bytes {@code (a * i + b) mod m}
     */
    static byte[] of(String kind, int length) {
        byte[] data = new byte[length];
        if (kind.equals("zero")) {
            return data;
        }
        if (!kind.startsWith(AFFINE)) {
            throw new IllegalArgumentException("data: " + kind + ", expected zero or affine");
        }
        String[] numbers = kind.substring(AFFINE.length()).split(",");
        long factor = Long.parseLong(numbers[0]);
        long summand = Long.parseLong(numbers[1]);
        long modulus = Long.parseLong(numbers[2]);
        for (int i = 0; i < length; i++) {
            data[i] = (byte) ((factor * i + summand) % modulus);
        }
        return data;
    }
}
