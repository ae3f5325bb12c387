package io.cairn.proofs.field;

class Fq2Test extends ExtensionFieldLaws {

    Fq2Test() {
        super(Fq2.FIELD);
    }
}
