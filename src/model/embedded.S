/* embedded.S: the trained English model as read-only data of the program, used in place. */
    .section .rodata
    .global hearsay_model_start
    .hidden hearsay_model_start
    .global hearsay_model_end
    .hidden hearsay_model_end
    .balign 64
hearsay_model_start:
    .incbin "english-1.model"
hearsay_model_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
