create database certreg
